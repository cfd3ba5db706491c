"""Sealed bids: nobody reads one early, and nobody changes one unseen."""
