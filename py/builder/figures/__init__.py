"""The chapter's figures as SVG and PNG files."""
