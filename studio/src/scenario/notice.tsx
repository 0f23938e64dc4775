import type { ReactElement } from "react";
import { useSession, useSitting } from "../state/use-session.ts";

/** Something that the reader must know of how this view came about. */
export const Notice = (): ReactElement | null => {
  const { say } = useSession();
  const notice = useSitting((sitting) => sitting.notice);
  return notice === "" ? null : <p className="notice" role="alert">{notice} <button type="button" onClick={() => say("")}>Understood</button></p>;
};
