import { useEditor } from '../editor-context.js';
import type { Path } from '../paths.js';
import { nodeAt, shapeOf, type Branch, type Field, type SchemaNode } from '../schema.js';

/** The schema at a place that is known to be there. */
export function useNode(path: Path): SchemaNode {
  const { root, store } = useEditor();
  return nodeAt(root, path, store.book) ?? {};
}

export function useFields(path: Path): readonly Field[] {
  const { root } = useEditor();
  const shape = shapeOf(root, useNode(path));
  return shape.kind === 'object' ? shape.fields : [];
}

export function useItems(path: Path): SchemaNode {
  const { root } = useEditor();
  const shape = shapeOf(root, useNode(path));
  return shape.kind === 'list' ? shape.items : {};
}

export function useBranches(node: SchemaNode): { readonly tag: string; readonly branches: readonly Branch[] } {
  const { root } = useEditor();
  const shape = shapeOf(root, node);
  return shape.kind === 'variant' ? shape : { tag: 'kind', branches: [] };
}
