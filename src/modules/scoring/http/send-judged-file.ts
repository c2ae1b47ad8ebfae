import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { attachmentHeader } from '#libs/files';

/** What a browser shows without running anything in it. */
const OPENS_INSIDE = ['application/pdf', 'image/jpeg', 'image/png'];

export async function sendJudgedFile(reply: FastifyReply, { name, mediaType, bytes, content }: { name: string; mediaType: string; bytes: number; content: Readable }): Promise<void> {
  const disposition = OPENS_INSIDE.includes(mediaType) ? attachmentHeader(name).replace('attachment', 'inline') : attachmentHeader(name);
  await reply.header('Content-Type', mediaType).header('Content-Length', bytes).header('Content-Disposition', disposition).header('X-Content-Type-Options', 'nosniff').send(content);
}
