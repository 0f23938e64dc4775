/** Words with units that stand on one line: "$/GPU-h" is never torn. */
import type { ReactElement } from "react";

export const Unbroken = ({ text }: { readonly text: string }): ReactElement => <>{text.split(/(\S*\/\S+)/).map((part, i) => (i % 2 === 0 ? part : <span key={i} className="unbroken">{part}</span>))}</>;
