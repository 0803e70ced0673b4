"""All of Qt; nothing else imports PySide6."""
