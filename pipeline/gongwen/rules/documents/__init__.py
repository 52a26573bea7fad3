"""Documents: titles and their kinds (文种), 发文字号, and citations."""
