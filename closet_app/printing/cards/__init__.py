"""The card designs: what each draws on its front, back and inside."""
