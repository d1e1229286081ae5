/**
 * Copies a text. Browsers lend the clipboard to secure pages only; elsewhere the text is selected where it stands, and
 * copied if the browser still does that.
 *
 * @return whether it is in the clipboard; else it is selected
 */
export async function copy(text: string, listing: Element | null): Promise<boolean> {
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the browser or the person: select it instead.
    }
  }
  if (listing) {
    getSelection()?.selectAllChildren(listing);
  }
  return document.execCommand('copy');
}
