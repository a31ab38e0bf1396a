import type { ComponentType } from 'react';
import type { StageName } from '#domain/stage/stage.js';
import type { Schemas } from '../../api/client.js';
import type { RoleName } from '../../app/session/session.js';
import type { Campaign } from '../../app/year/year.js';
import type { Language } from '../../words/language.js';

/** What a tab of a stage's page is given: the year, and the stage of its plan that is shown. */
export interface StageTabProps {
  readonly campaign: Campaign;
  readonly stage: Schemas['Stage'];
}

/** One tab of a stage's page, /stages/<stage>/<key>; loaded when it is opened. */
export interface StageTab {
  readonly stage: StageName;
  /** Its part of the address. */
  readonly key: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly load: () => Promise<{ readonly Component: ComponentType<StageTabProps> }>;
  /** Stands before the list of documents and is what opens first. */
  readonly leads?: boolean;
  /** Who may read what it shows; absent: everybody who sees the stage. */
  readonly roles?: readonly RoleName[];
}
