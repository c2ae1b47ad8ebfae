import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentsFacade } from './documents.facade.js';
import { Document } from './domain/document.js';
import { RecordDocument, UploadDocument } from './handlers/keep-document.js';
import { ReadDocument } from './handlers/read-document.js';
import { ReleaseDocuments } from './handlers/release-documents.js';
import { RecordScan, ScanDocument } from './handlers/scan-document.js';
import { DocumentsController } from './http/documents.controller.js';
import { ScanAgain } from './jobs/scan-again.task.js';
import { ScanUpload } from './jobs/scan.job.js';
import { DocumentStore } from './store/document.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Document])],
  controllers: [DocumentsController],
  providers: [DocumentStore, RecordDocument, UploadDocument, ReadDocument, RecordScan, ScanDocument, ScanUpload, ScanAgain, ReleaseDocuments, DocumentsFacade],
  exports: [DocumentsFacade],
})
export class DocumentsModule {}
