# What R's haven makes of a .sav or .dta, as lines for a test to compare: Rscript read.R FILE
#   variable NAME LABEL      the texts as code points joined by "-"
#   label NAME VALUE LABEL   VALUE "NA(a)" for Stata's .a
#   cell ROW NAME VALUE      VALUE "NA", "NA(a)", a number, or a text as code points; user-missing numbers of SPSS stay
#                            numbers, and `missing ROW NAME` says that R takes them for missing
suppressMessages(library(haven))
points <- function(text) if (is.na(text) || text == "") "" else paste(utf8ToInt(enc2utf8(text)), collapse = "-")
say <- function(...) cat(paste(..., sep = "\t"), "\n", sep = "")
file <- commandArgs(TRUE)[1]
data <- if (grepl("dta$", file)) read_dta(file) else read_sav(file, user_na = TRUE)
number <- function(value) {
  if (is.na(value)) { tag <- na_tag(value); return(if (is.na(tag)) "NA" else paste0("NA(", tag, ")")) }
  format(as.numeric(value), digits = 15, scientific = FALSE, trim = TRUE)
}
for (name in names(data)) {
  column <- data[[name]]
  label <- attr(column, "label", exact = TRUE)
  say("variable", name, points(if (is.null(label)) "" else label))
  labels <- attr(column, "labels", exact = TRUE)
  for (i in seq_along(labels)) say("label", name, number(labels[[i]]), points(names(labels)[i]))
  for (row in seq_len(nrow(data))) {
    value <- column[[row]]
    if (is.character(value)) say("cell", row, name, points(value))
    else if (inherits(column, "Date")) say("cell", row, name, if (is.na(value)) "NA" else format(value))
    else if (inherits(column, "POSIXct")) say("cell", row, name, if (is.na(value)) number(unclass(value)) else format(value, "%H:%M", tz = "UTC"))
    else say("cell", row, name, number(unclass(value)))
    if (is.na(column[row]) && !is.na(unclass(value))) say("missing", row, name)
  }
}
