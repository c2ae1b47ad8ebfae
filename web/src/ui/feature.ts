import type { ComponentType } from 'react';
import type { Role } from '../api/session.js';
import type { IconName } from './icon.js';
import type { Pair } from './language/texts.js';

/** A lazily loaded file whose default export is the component. */
export type Lazy = () => Promise<{ default: ComponentType }>;

export interface Page {
  /** Relative to the layout, without a leading slash; parameters as `$id`. */
  readonly path: string;
  readonly title: Pair;
  readonly page: Lazy;
}

export interface RolePage extends Page {
  /** Who may open it; empty or absent: everybody who is signed in. The server decides in the end. */
  readonly roles?: readonly Role[];
}

export interface NavEntry {
  readonly to: string;
  readonly label: Pair;
  readonly icon: IconName;
  readonly roles: readonly Role[];
  /** Small numbers first; only the first seven of a role are shown. */
  readonly order: number;
}

export interface Section {
  readonly order: number;
  readonly section: Lazy;
}

export interface RoleSection extends Section {
  readonly roles: readonly Role[];
}

/** A part of another room's object page: the money of a project, the allocation of a call. */
export interface RecordTab {
  /** Whose page it is: `project`, `call`. */
  readonly of: string;
  /** Stands in the address as `?tab=`. */
  readonly key: string;
  readonly label: Pair;
  /** Small numbers first; the page's own first tab is 0. */
  readonly order: number;
  /** Who sees it; empty or absent: everybody who may open the page. */
  readonly roles?: readonly Role[];
  /** A lazily loaded file whose default export gets the id of the record. */
  readonly content: () => Promise<{ default: ComponentType<{ readonly id: string }> }>;
}

export interface SearchHit {
  readonly to: string;
  readonly title: string;
  readonly reference?: string;
  readonly kind: string;
}

/** What one feature brings into the house. The house finds `features/<name>/feature.ts` by itself. */
export interface Feature {
  /** Under `/`, without antd. */
  readonly public?: readonly Page[];
  /** Under `/judge/`, without antd, phone first. */
  readonly judge?: readonly RolePage[];
  /** Under `/desk/`, with antd. */
  readonly desk?: readonly RolePage[];
  readonly nav?: readonly NavEntry[];
  /** Parts of the public front page. */
  readonly front?: readonly Section[];
  /** Parts of the home page of a role, "what waits for you" first. */
  readonly home?: readonly RoleSection[];
  /** Parts of the object pages of other rooms. */
  readonly recordTabs?: readonly RecordTab[];
  /** Parts of the judge's home page. */
  readonly judgeHome?: readonly RoleSection[];
  /** Answers of the search in the top bar. */
  readonly search?: (query: string) => Promise<readonly SearchHit[]>;
  /** The programmes of the top bar's switch. */
  readonly programmes?: () => Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** The inbox in the top bar: where it is and how much in it is unread. */
  readonly inbox?: { readonly to: string; readonly unread: () => Promise<number> };
}

export function defineFeature(feature: Feature): Feature {
  return feature;
}
