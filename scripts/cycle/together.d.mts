export function together<Item, Answer>(items: Iterable<Item>, act: (item: Item, at: number) => Promise<Answer>, most?: number): Promise<Answer[]>;
