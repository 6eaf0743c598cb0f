"""Requests: caller (who asks), guard (may they; what is noted; errors in words), headers, pages."""
