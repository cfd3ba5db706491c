"""The pages that look across stages."""
