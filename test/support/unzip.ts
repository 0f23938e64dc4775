/** Files of a zip archive, by its central directory (PKWARE APPNOTE 6.3, 4.3.12): stored or deflated, no more. */
import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Texts by path. Throws on what is no archive. */
export const unzipped = (bytes: Buffer): Readonly<Record<string, string>> => {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new Error("no zip archive");
  let at = bytes.readUInt32LE(end + 16);
  const files: Record<string, string> = {};
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error("a broken zip archive");
    const [method, packed, names, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const name = bytes.subarray(at + 46, at + 46 + names).toString();
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(data, data + packed);
    files[name] = (method === 0 ? body : inflateRawSync(body)).toString();
    at += 46 + names + extra + comment;
  }
  return files;
};
