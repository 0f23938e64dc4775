/** The language, asked for once a page. */
import type { Language } from "dawndusk/service";
import { useEffect, useState } from "react";
import type { Model } from "../model/model.ts";
import { useSession } from "../state/use-session.ts";

const asked = new WeakMap<Model, Promise<Language>>();

const languageOf = (model: Model): Promise<Language> => {
  const known = asked.get(model) ?? model.call("language", null);
  asked.set(model, known);
  return known;
};

/** Null until it is there. */
export const useLanguage = (): Language | null => {
  const { models } = useSession();
  const [language, put] = useState<Language | null>(null);
  useEffect(() => {
    let open = true;
    void languageOf(models.quick).then((told) => open && put(told), () => asked.delete(models.quick));
    return () => {
      open = false;
    };
  }, [models]);
  return language;
};

/** Fields that hold lists, as ways through a text need them. */
export const listsOf = ({ fields }: Pick<Language, "fields">): ReadonlySet<string> => new Set(fields.filter(({ kind }) => kind === "list").map(({ path }) => path));
