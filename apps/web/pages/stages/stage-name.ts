import { STAGES } from '#domain/stage/stage.js';
import type { StageName } from '#domain/stage/stage.js';

export const isStage = (it: string | undefined): it is StageName => STAGES.some((name) => name === it);
