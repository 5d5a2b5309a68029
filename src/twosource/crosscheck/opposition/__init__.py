"""Two voices against each other: denied, rejected, attacked, defended, called for and opposed."""
