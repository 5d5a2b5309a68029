"""What is read out of one article: times, names and quantities, attributions. The three never import each other."""
