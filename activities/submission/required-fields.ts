import type { FieldError } from '#contracts/errors/problem.js';
import { labelOf } from '#contracts/forms/labels.js';
import type { Policy } from '#domain/policy/policy.js';
import type { TargetFilingPolicy } from '#domain/policy/target-filing-policy.js';
import type { TargetContent } from '#domain/target-filing/content.js';

type Form = keyof NonNullable<TargetFilingPolicy['required']>;

/** Fields of the official form that the policy demands and the filing leaves empty. */
export const missingFields = (content: TargetContent, form: Form, { targetFiling }: Policy): readonly FieldError[] =>
  (targetFiling?.required?.[form] ?? [])
    .filter((field) => content[field] === undefined || content[field].length === 0)
    .map((field) => ({
      path: field,
      code: 'required-field',
      zh: `须填写“${labelOf(field)}”`,
      en: `"${field}" must be filled in`,
    }));
