import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { FileStore, fileAbsent, shardedKey } from './file-store.js';
import type { PutOptions, StoredFile, Verification } from './file-store.js';
import { hashOf, spool } from './spool.js';

export interface S3Settings {
  /** Address of the S3-compatible service; the store's own region address when left out. */
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  /** Folder inside the bucket, without slashes at its ends. */
  readonly prefix?: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Where an upload is kept until its hash is known. */
  readonly spoolFolder: string;
}

const isMissing = (error: unknown): boolean =>
  ['NoSuchKey', 'NotFound'].includes((error as Error).name) ||
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404;

/**
 * Files in an S3-compatible object store (MinIO, Alibaba Cloud OSS, Tencent COS, Ceph). The hash must be
 * known before the object has a name, so an upload passes through a local folder first.
 */
export class S3Files extends FileStore {
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    super();
    const { endpoint, region, accessKeyId, secretAccessKey } = settings;
    this.client = new S3Client({
      region,
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      credentials: { accessKeyId, secretAccessKey },
      // Many compatible services know only the checksums of the original protocol.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  override async put(content: Readable | Buffer, options: PutOptions = {}): Promise<StoredFile> {
    const { path, sha256, size } = await spool(content, this.settings.spoolFolder, options.maxBytes);
    try {
      await this.client.send(
        new PutObjectCommand({
          ...this.at(sha256),
          Body: createReadStream(path),
          ContentLength: size,
          ContentType: 'application/octet-stream',
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        }),
      );
    } finally {
      await rm(path, { force: true });
    }
    return { sha256, size };
  }

  override async open(sha256: string): Promise<Readable> {
    try {
      const answer = await this.client.send(new GetObjectCommand(this.at(sha256)));
      return answer.Body as Readable;
    } catch (error) {
      throw isMissing(error) ? fileAbsent(sha256) : error;
    }
  }

  override async has(sha256: string): Promise<boolean> {
    try {
      await this.client.send(new HeadObjectCommand(this.at(sha256)));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  override async remove(sha256: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(sha256)));
  }

  override async verify(sha256: string): Promise<Verification> {
    if (!(await this.has(sha256))) return 'absent';
    return (await hashOf(await this.open(sha256))) === sha256 ? 'intact' : 'damaged';
  }

  /** Lets go of the open connections. */
  close(): void {
    this.client.destroy();
  }

  private at(sha256: string): { Bucket: string; Key: string } {
    const { bucket, prefix } = this.settings;
    const key = shardedKey(sha256);
    return { Bucket: bucket, Key: prefix === undefined ? key : `${prefix}/${key}` };
  }
}
