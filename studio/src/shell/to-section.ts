/** Goes to a section, unfolded, once its page stands. */
export const toSection = (id: string): void => {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const section = document.getElementById(id);
    const fold = section?.querySelector<HTMLDetailsElement>(":scope > details");
    if (fold !== null && fold !== undefined) fold.open = true;
    section?.scrollIntoView();
  }));
};
