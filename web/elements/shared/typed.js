// What people type by input methods: digits and signs of full width, and keys that belong to the method; and addresses as they are copied.

const ESCAPED = /&(?:amp;)+/gi;
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;

/** The text with the usual digits, letters and signs in place of those of full width. @param {string} text */
export function halfWidth(text) {
  return text.replace(FULL_WIDTH, (sign) => sign.normalize("NFKC"));
}

/** Whether a key goes to an input method: its Enter takes a proposal, its Escape drops one. Safari tells of the last one by its number alone. @param {KeyboardEvent} event */
export function isComposing({ isComposing, keyCode }) {
  return isComposing || keyCode === 229;
}

/** What an address asks for. One that was copied out of the source of a page, or escaped twice, has "&amp;" for "&". @param {string} search with its question mark, or nothing */
export function askedIn(search) {
  return new URLSearchParams(search.replace(ESCAPED, "&"));
}
