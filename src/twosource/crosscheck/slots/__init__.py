"""Numbers, dates and times: read with the words around them, laid beside each other, compared, decided."""
