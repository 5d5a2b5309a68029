"""twosource: what raw news coverage really amounts to.

    >>> import twosource
    >>> corpus = twosource.read(["src/twosource/demo/articles"])
    >>> account = twosource.account(corpus)
    >>> dossiers = twosource.assemble_dossiers(account)

`read` gives readings (articles read closely), `account` brings them together, `assemble_dossiers` makes them ready to
read, `report` does it all. The stages are here too, each a plain function on the nouns of `twosource.model`.
Nothing here prints, and one bad article never ends a run: it is in `rejected`, with its reason.
"""
