"""Letters of other alphabets that are read as Latin ones, as data for `str.translate`."""

_PAIRS = """
а a ә a в b ь b с c ԁ d е e ё e ғ f ԍ g һ h н h і i ї i ј j к k ӏ l м m п n о o р p ԛ q г r ѕ s
т t ц u ѵ v ш w ԝ w х x у y ү y з z α a β b ϲ c δ d ε e η n ι i κ k λ l μ m ν v ο o π n ρ p σ o
τ t υ u χ x ω w γ y ζ z ɑ a ɡ g ɩ i ո n օ o ս u հ h ց g ք p ʀ r ᴀ a ʙ b ᴄ c ᴅ d ᴇ e ꜰ f ɢ g ʜ h
ɪ i ᴊ j ᴋ k ʟ l ᴍ m ɴ n ᴏ o ᴘ p ꜱ s ᴛ t ᴜ u ᴠ v ᴡ w ʏ y ᴢ z
"""

_FLAT = _PAIRS.split()

LETTERS: dict[int, str] = {
    ord(theirs): ours for theirs, ours in zip(_FLAT[::2], _FLAT[1::2], strict=True)
}
"""From the code point of a lower-case letter to the Latin one it is taken for.

After Unicode's list of confusable characters (unicode.org/reports/tr39), the letters that occur in
words people disguise."""
