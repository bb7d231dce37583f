/** Reads conversations with models through the AWS SDK's Bedrock runtime client. */
@NullMarked
package io.spanloom.bedrock;

import org.jspecify.annotations.NullMarked;
