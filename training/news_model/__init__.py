"""How the weights of the English news model are made; see README.md."""
