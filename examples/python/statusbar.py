"""Prints all batteries as one for a status bar.

usage: statusbar.py [--text] [--follow] [<sysfs root>]

waybar takes JSON, and a new line for each change:
    "custom/battery": { "exec": "statusbar.py --follow", "return-type": "json" }
i3blocks, tmux and others take a text: statusbar.py --text
"""

import json
import sys

import battery


def main() -> int:
    options = [argument for argument in sys.argv[1:] if argument.startswith("-")]
    roots = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    if not {"--text", "--follow"}.issuperset(options) or len(roots) > 1:
        print("usage: statusbar.py [--text] [--follow] [<sysfs root>]", file=sys.stderr)
        return 64
    try:
        with battery.Manager(*roots) as manager:
            show(manager.summary(), "--text" in options)
            while "--follow" in options:
                # A minute without a change prints too: the time goes on, and its estimate gets better with each reading.
                manager.wait(60)
                show(manager.summary(), "--text" in options)
    except battery.BatteryError as error:
        print(f"statusbar: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def show(all_batteries: battery.Summary, as_text: bool) -> None:
    """Prints a line. waybar hides a module without a text."""
    text = text_of(all_batteries)
    flow = all_batteries.power_flow.name.lower().replace("_", "-")
    if not as_text:
        bar = {"text": text, "tooltip": flow, "class": flow}
        if all_batteries.percentage is not None:
            bar["percentage"] = round(all_batteries.percentage)
        text = json.dumps(bar if all_batteries.count else {"text": ""})
    print(text, flush=True)


def text_of(all_batteries: battery.Summary) -> str:
    """For example "80 % 2:15"; what is not known is left out."""
    parts = []
    if all_batteries.percentage is not None:
        parts.append(f"{all_batteries.percentage:.0f} %")
    if all_batteries.time_s is not None:
        minutes = int(all_batteries.time_s / 60)
        parts.append(f"{minutes // 60}:{minutes % 60:02}")
    return " ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
