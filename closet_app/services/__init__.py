"""What the app can do, without a screen: one function is one use case and one transaction."""
