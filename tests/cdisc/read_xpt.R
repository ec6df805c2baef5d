# SAS transport files as haven reads them: Rscript read_xpt.R FOLDER
# Prints {"QS": {"columns": [...], "rows": [[text, ...], ...]}} of every .xpt in the folder; numbers as texts, what is missing as "".
suppressMessages(library(haven))
quoted <- function(text) {
  points <- utf8ToInt(enc2utf8(text))
  units <- unlist(lapply(points, function(p) if (p > 65535) c(55296 + (p - 65536) %/% 1024, 56320 + (p - 65536) %% 1024) else p))
  paste0("\"", paste(sprintf("\\u%04x", as.integer(units)), collapse = ""), "\"")
}
cell <- function(value) {
  if (is.na(value)) return("\"\"")
  if (is.character(value)) return(if (value == "") "\"\"" else quoted(value))
  quoted(format(value, digits = 15, scientific = FALSE, trim = TRUE))
}
files <- sort(list.files(commandArgs(TRUE)[1], pattern = "[.]xpt$", full.names = TRUE))
parts <- vapply(files, function(file) {
  data <- read_xpt(file)
  columns <- paste(vapply(names(data), quoted, ""), collapse = ",")
  rows <- vapply(seq_len(nrow(data)), function(row)
    paste0("[", paste(vapply(names(data), function(name) cell(data[[name]][[row]]), ""), collapse = ","), "]"), "")
  paste0(quoted(toupper(sub("[.]xpt$", "", basename(file)))), ":{\"columns\":[", columns, "],\"rows\":[", paste(rows, collapse = ","), "]}")
}, "")
cat("{", paste(parts, collapse = ","), "}", sep = "")
