"""Sealed bids: nobody reads a bid before its holders of shares open it together.

Nothing here is cryptography of our own: X25519, XChaCha20-Poly1305 and Ed25519 are libsodium's,
by PyNaCl; keys are split by `shamirs`; SHA-256 is Python's. `docs/reference/sealing.md` gives
every byte, so that another program can seal, check or open.
"""
