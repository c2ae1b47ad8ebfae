import { Global, Module } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '#libs/config';
import { SecretBox } from './secret-box.js';

@Global()
@Module({
  providers: [{ provide: SecretBox, useFactory: (config: AppConfig) => new SecretBox(config.secretKey), inject: [APP_CONFIG] }],
  exports: [SecretBox],
})
export class SecretsModule {}
