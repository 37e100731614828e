<?xml version="1.0" encoding="utf-8"?>
<!--
  Adds an address to the help of each command, as its first related link: the page that `Get-Help -Online` opens.
  Without an address the related links are removed: with any link Get-Help advises -Online, which needs an address.
-->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:command="http://schemas.microsoft.com/maml/dev/command/2004/10"
                xmlns:maml="http://schemas.microsoft.com/maml/2004/10">
  <xsl:param name="address" />
  <xsl:output encoding="utf-8" />

  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()" />
    </xsl:copy>
  </xsl:template>

  <xsl:template match="command:relatedLinks">
    <xsl:if test="$address">
      <xsl:copy>
        <maml:navigationLink>
          <maml:linkText>Online version</maml:linkText>
          <maml:uri>
            <xsl:value-of select="$address" />
          </maml:uri>
        </maml:navigationLink>
        <xsl:apply-templates select="node()" />
      </xsl:copy>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
