/** Files beside a scenario: a port, and names that cannot lead out of the scenario's folder. */

/** Reads texts; the browser hands in a map, Node a folder. */
export interface Files {
  /** Text of a file by its path from where the scenario's own path starts; undefined when it cannot be read. */
  readonly read: (path: string) => string | undefined;
  /** Whether a path that cannot be read is a folder; where it is left out, nobody knows. */
  readonly isFolder?: (path: string) => boolean;
  /** Why a path that is there cannot be read, where that is known. */
  readonly whyNot?: (path: string) => string | undefined;
}

/** Folder of a path, with its slash; "" for the current one. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

export type Inside = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly why: string };

/** The path of `name` as seen from the file `from`, which must stay inside `root` (a folder with its slash). */
export const pathInside = (name: string, { from, root }: { readonly from: string; readonly root: string }): Inside => {
  if (name.includes("\\")) return { ok: false, why: "write / between folders" };
  if (name.startsWith("/") || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(name)) return { ok: false, why: "name it from the scenario's own folder, without a leading / or drive, and without https:" };
  if (name.includes("\0")) return { ok: false, why: "a name holds no zero byte" };
  const parts: string[] = [];
  for (const part of `${folderOf(from).slice(root.length)}${name}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return { ok: false, why: "it leaves the scenario's folder; copy the file into that folder" };
  }
  return { ok: true, path: `${root}${parts.join("/")}` };
};
