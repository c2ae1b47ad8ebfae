import { IdentifierList, Text, Whole } from '#libs/http';

const ONE_GIGABYTE = 1_073_741_824;

export class BeginUploadBody {
  @Text({ max: 400, description: '文件名 what the file is called' }) name: string;
  @Whole({ min: 1, max: ONE_GIGABYTE, description: '字节数' }) bytes: number;
}

export class ReleaseBody {
  @IdentifierList({ min: 1, max: 100 }) ids: string[];
  @Text({ min: 4, max: 500, description: '放行理由 why they are let through although nobody has scanned them' }) reason: string;
}
