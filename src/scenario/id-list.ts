/** Ids in a text, separated by commas: "vehicle/starship, site/abilene". */
export const idList = (text: string): readonly string[] => text.split(",").map((id) => id.trim()).filter((id) => id !== "");
