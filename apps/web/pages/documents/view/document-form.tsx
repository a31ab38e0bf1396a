import { useForm } from '../../../parts/forms/form-context.js';
import { FormView } from '../../../parts/forms/form-view.js';
import { KIND_WORDS } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import { EDITORS } from '../special/editors.js';
import type { WholeDocument } from '../use-document.js';

/** What is asked of a unit as a whole and not of its projects. */
const OF_THE_WHOLE = ['tasks'] as const;
/** A draft comes before the comments that a final report answers. */
const OF_THE_FINAL = ['responses', 'changes'] as const;

const notAsked = ({ kind, project }: WholeDocument): readonly string[] => {
  if (kind === 'target' && project !== null) return OF_THE_WHOLE;
  return kind === 'evaluation-draft' ? OF_THE_FINAL : [];
};

/** What this form is called in print: of a project, or of the unit as a whole. */
const useFormTitle = ({ kind, project }: WholeDocument): string => {
  const say = useWords(DOCUMENTS);
  const kinds = useWords(KIND_WORDS);
  if (kind === 'target') return say(project === null ? 'wholeTarget' : 'projectTarget');
  if (kind === 'self-evaluation') return say('projectSelf');
  if (kind === 'monitoring-report') return say('projectMonitoring');
  return kinds(kind);
};

/** The form of a document under its printed name, without what this one does not have. */
export const DocumentForm = ({ document }: { readonly document: WholeDocument }) => {
  const { content } = useForm();
  const title = useFormTitle(document);
  const without = notAsked(document).filter((it) => content[it] === undefined);
  const special = EDITORS[document.kind];
  return <FormView title={title} without={without} {...(special ? { special } : {})} />;
};
