import type { Entity } from '../knowledge/entity.ts';

/** An entity as lists show it. */
export interface Brief {
  readonly id: string;
  readonly kind: Entity['kind'];
  readonly name: { readonly fa: string; readonly en: string };
  readonly gloss: { readonly fa: string; readonly en: string };
}

export function briefOf({ id, kind, name, gloss }: Entity): Brief {
  return { id, kind, name, gloss };
}
