import type { FurtherField } from '#domain/target-filing/content.js';
import type { ReplyRule } from '#domain/target-filing/approval-reply.js';
import type { Decimal } from './policy.js';

/** What a district asks of a filing beyond what the automatic checks of quality look at. */
export interface TargetFilingPolicy {
  /** Fields of the official form that must be filled in: for a project, for the unit as a whole (部门整体). */
  readonly required?: { readonly project?: readonly FurtherField[]; readonly wholeDepartment?: readonly FurtherField[] };
  /** 批复: how replies are numbered and who signs. Absent: none can be issued. */
  readonly approvalReply?: ReplyRule;
}

/** 评估材料: a document that an ex-ante report must come with. */
export interface RequiredMaterial {
  /** How reports name it. */
  readonly material: string;
  readonly label: string;
  /** Only of projects of this class, and from this amount (yuan) on; of all where absent. */
  readonly class?: 'ordinary' | 'key';
  readonly from?: Decimal;
  readonly source?: string;
}

export interface ExAntePanel {
  /** Least number of experts whose scores count. */
  readonly experts: number;
  readonly source?: string;
}
