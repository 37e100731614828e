"""Resolves the links of a page for a package, which has few of the files that the page refers to."""

import posixpath
import re
from typing import Container, Optional

_LINK = re.compile(r"(!?)\[([^]]*)\]\((?!https?:|#)([^)#]*)(#[^)]*)?\)")


def resolve(text: str, page: str, shipped: Container[str], address: Optional[str], version: str) -> str:
    """Keeps the links to files that are shipped beside the page. Others lead to the project's address; without one, their text remains.

    The page and the files that are shipped are paths in the repository.
    """

    def link(match):
        image, label, path, anchor = match.groups(default="")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        if target in shipped:
            return f"{image}[{label}]({posixpath.basename(target)}{anchor})"
        return f"{image}[{label}]({address}/{'raw' if image else 'blob'}/v{version}/{target}{anchor})" if address else label

    return _LINK.sub(link, text)
