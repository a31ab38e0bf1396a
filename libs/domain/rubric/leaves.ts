import { idOf } from './rubric.js';
import type { RubricNode } from './rubric.js';

/** A node of the tree with its place, `indicators.0.children.2`. */
export interface Placed {
  readonly id: string;
  readonly path: string;
  readonly node: RubricNode;
}

/** Every branch and leaf, from the top. */
export const nodesOf = (nodes: readonly RubricNode[], at = 'indicators'): Placed[] =>
  nodes.flatMap((node, i) => {
    const path = `${at}.${String(i)}`;
    return [{ id: idOf(node), path, node }, ...nodesOf(node.children ?? [], `${path}.children`)];
  });

export const leavesOf = (nodes: readonly RubricNode[]): Placed[] => nodesOf(nodes).filter(({ node }) => !node.children);
