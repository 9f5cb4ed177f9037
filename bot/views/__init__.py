"""What can be pressed, chosen and filled in below the bot's messages, also after a restart."""
