/** Whether the page stands inside another: `?embed=1` shows one page without what stands around it. */
export const isEmbedded = (): boolean => new URLSearchParams(location.search).has("embed");
