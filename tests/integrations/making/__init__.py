"""Makes small books with real tools, of the lines that web/integrations/ gives."""
