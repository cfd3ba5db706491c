"""What others see of the cost stage: frozen, and ready to be shown."""
