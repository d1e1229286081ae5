/** The picture in what was dropped or pasted: a file, or the address of one. */
export function pictureIn(transfer: DataTransfer): File | string | null {
  const file = [...transfer.files].find(({ type }) => type.startsWith('image/')) ?? transfer.files[0];
  return file ?? addressIn(transfer.getData('text/uri-list') || transfer.getData('text/plain'));
}

/** A text that is the address of a picture, as the API takes it. */
export function addressIn(text: string): string | null {
  const trimmed = text.trim();
  const isAddress = URL.canParse(trimmed) && /^(https?:\/\/|data:image\/)/i.test(trimmed);
  return isAddress && !/\s/.test(trimmed) ? trimmed : null;
}
