"""What people touch: windows and widgets. Rules and files are elsewhere."""
