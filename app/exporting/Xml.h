#pragma once
// XML as the CDISC writers need it: elements with attributes, indented, UTF-8.
#include <QBuffer>
#include <QByteArray>
#include <QString>
#include <QXmlStreamWriter>

namespace serein::exporting {

/// Characters that XML 1.0 has no way to hold become U+FFFD (noncharacters and lone surrogates: nobody types them).
[[nodiscard]] QString xmlCharacters(const QString& text);

class Xml {
public:
    struct Attribute {
        const char* name; ///< with its prefix, where it has one
        QString value;    ///< null: left out
    };
    using Attributes = QList<Attribute>;

    Xml();
    void open(const char* name, const Attributes& attributes = {});
    void close() { m_writer.writeEndElement(); }
    void empty(const char* name, const Attributes& attributes);
    void text(const char* name, const QString& words, const Attributes& attributes = {});
    /// Ends the document; what was not taken of it.
    [[nodiscard]] QByteArray bytes();
    /// What was written since, and is not held any longer.
    [[nodiscard]] QByteArray taken();

private:
    void write(const Attributes& attributes);

    QBuffer m_bytes;
    QXmlStreamWriter m_writer;
};

} // namespace serein::exporting
