"""What makes a folder of files a site: scripts and styles, names by content, hosts, licences, a server for this machine."""
