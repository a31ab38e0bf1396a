import { API_PREFIX, ROUTES } from '#contracts/api/routes.js';
import { ROLES } from '#contracts/api/session.routes.js';
import { PERMITTED } from '#persistence/access/actions.js';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** docs/access.md: every route × every role, printed from the table by which access is decided. */
export const accessTable = (): string => {
  const head = ['route', 'action', 'public', ...ROLES];
  const rows = ROUTES.map(({ method, path, action }) => {
    const open = action === 'public';
    const cells = ROLES.map((role) => (open || PERMITTED[action].includes(role) ? 'yes' : '—'));
    return row([`\`${method.toUpperCase()} ${API_PREFIX}${path}\``, action, open ? 'yes' : '—', ...cells]);
  });
  return `# Who may call what

Deny by default. A role that may call a route sees and changes only what its place in the tree allows: a unit itself, a department its
subtree, a sector office its departments, an agency its assignments, bureau and observer their district, an expert what was assigned by name,
the system administrator people, roles, places and mail. What is invisible answers 404, like what does not exist. A route that a role may not
call at all answers 403, one that needs a log-in 401.

Printed from \`libs/persistence/access/actions.ts\`; a test diffs it and walks every line against the running API.

${row(head)}
${row(head.map(() => '---'))}
${rows.join('\n')}
`;
};
