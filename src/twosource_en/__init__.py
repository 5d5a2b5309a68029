"""The English weights of twosource: data, no code. MODEL_CARD.md says how they were made and how well they do."""
