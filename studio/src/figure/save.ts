/** Hands a file to the reader. */
export const saveBlob = (name: string, blob: Blob): void => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The click is taken up later than this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

export const saveText = (name: string, type: string, text: string): void => saveBlob(name, new Blob([text], { type }));
